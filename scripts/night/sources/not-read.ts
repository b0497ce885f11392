import { z } from "zod";
import type { Body } from "./source.ts";

const NotRead = z.object({ notRead: z.string() });

/** What stands for a body that could not be read this time, so that `parse` can report it. */
export const notRead = (url: string, readAt: string, why: string): Body => ({ url, readAt, content: { notRead: why } });

/** Why a body could not be read; null = it was. */
export const whyNotRead = ({ content }: Body): string | null => NotRead.safeParse(content).data?.notRead ?? null;

/** Whether a body stands for an address that could not be read. */
export const isNotRead = (body: Body): boolean => whyNotRead(body) !== null;
