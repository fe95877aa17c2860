import type { APIRoute } from 'astro';
import { statusNow } from '../components/incidents/status-now.ts';

export const GET: APIRoute = ({ locals }) => Response.json(statusNow(locals));
