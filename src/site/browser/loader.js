// The only script a page runs by itself. It stands inline in every page, its hash in the Content-Security-Policy, at most 1,024 bytes:
// so it is JavaScript, short on purpose. A test holds what it does.
const page = document;
// The html element: this runs while the head is read, and nothing stands after it.
const root = page.lastChild.dataset;
const MODULE = "[data-module]";
// How old the data are by the reader's clock.
const days = (Date.now() - new Date(root.day)) / 864e5;
// By a module's address: what was done before it was ready, in order. A module is ready when its import ends: it awaits its data.
const queues = {};
// Where storage is blocked a choice lasts as long as the page: it stands beside the addresses, none of which has one letter.
let stored = queues;
try {
  stored = localStorage;
} catch {
  // Blocked.
}
// "1" dark, "0" light; before anything is drawn.
root.dark = stored.d || +matchMedia("(prefers-color-scheme:dark)").matches;
// Over three whole days 1, over fourteen 2; a page without data has no day.
root.age = (days >= 4) + (days >= 15);
// What the address asks for, which the file does not show: until what answers it is ready, the page says so (page.css).
root.q = location.search;
// Ctrl-K and ⌘-K lead to the search, and `/` unless somebody is typing: no key is called like the type of a control.
// False keeps the letter out of the field: focus() gives nothing, which is not above 0.
onkeydown = (event) => event.key !== (event.ctrlKey | event.metaKey ? "k" : event.target.type || "/") || q.focus() > 0;

// An element that names its module gets it when a pointer, the keyboard or text first comes near, or at once when the URL carries state.
// What was done before the module was ready is done again then. Where it does not come, links lead on as without scripts.
// A list hands over two things more with each element.
const load = ({ dataset }, _at, _all, module = dataset.module) =>
  (queues[module] ??=
    import(module)
      .then(() => (dataset.ok = 1))
      .finally(() => {
        // From here on nothing waits: the queue gives its entries, and 0 stands in its place before the first is done again.
        for (const [event, entry] of queues[module].values((queues[module] = 0)))
          Object.assign(event.target, entry).dispatchEvent(new event.constructor(event.type, event)) && event.target.submit?.();
      }) && new Map());
// What waits: text and choices, a form that is sent, a click on a button, on a link to another state of this page that opens here, or on
// a row: where nothing hovers it opens what is below it. A link in a row leads on at once. No element is called true.
const WAITS = { keyup: true, pointerover: true, input: "*", submit: "*", click: "button,[href^='?'],tr[id]:not(:has(a:hover))" };
for (const type in WAITS)
  addEventListener(
    type,
    (event) => {
      const target = event.target;
      const element = target.closest?.(MODULE);
      const queue = element && load(element);
      // The last state of a field that can be ticked or typed in is the one that counts; of anything else each event does.
      const key = target.checked == null ? event : target;
      if (!queue | event.ctrlKey | event.metaKey | event.shiftKey || !target.closest(WAITS[type])) return;
      event.returnValue = !(event.cancelBubble = 1);
      queue.delete(key);
      // A box that is clicked is ticked until the click is held back: it is left as it was, for the click to come to tick. Of the types click alone
      // comes before d.
      queue.set(key, [event, { value: target.value, checked: target.checked ^ (type < "d") }]);
    },
    true,
  );
// A tap on the switch may come before everything is loaded. What false would hold back of any other tap, true lets through.
onclick = ({ target }) => target.id !== "dark" || (stored.d = root.dark = 1 - root.dark);
// What is ticked for a comparison is kept for the session, a currency for longer, and with each which elements bring it back: a selector.
onload = () => page.querySelectorAll(root.q ? MODULE : sessionStorage.t + "," + stored.c).forEach(load);
