import type { APIRoute } from 'astro';
import { siteBadge } from '../api/badges/badge.ts';
import { badgeResponse, sourceIn } from '../api/served/served.ts';

export const GET: APIRoute = ({ locals }) => badgeResponse(siteBadge(sourceIn(locals)), 'json');
