/**
 * Agendas as a pure function of what is known.
 *
 * <p>{@code Planner.plan(PlanInput) → Agenda} plans one {@link
 * jp.tsunagu.scheduler.agenda.Sitting}: one slot of hours with a {@link
 * jp.tsunagu.scheduler.agenda.Lane} per body that shares it. Every {@link
 * jp.tsunagu.scheduler.agenda.Candidate} that was recorded by {@code knownUntil} comes out as one
 * of {@code PlacedItem}, {@code CarriedItem} or {@code RefusedItem}. A candidate whose item has a
 * place in the sitting keeps it: the same call plans the first agenda and every revision.
 *
 * <p>{@code new Routing(bodies, nextMeetings, inTimeDays).route(RoutingQuestion) → Route} says
 * which body hears an item: {@code ToBody(body, toAppoint)}, {@code OwnMeeting(body, instead)},
 * {@code AtOnce(body)}, {@code Nowhere()}.
 *
 * <p>No clock, no chance, no default time zone or locale; sets are never iterated into a result
 * unsorted.
 */
@NullMarked
package jp.tsunagu.scheduler.agenda;

import org.jspecify.annotations.NullMarked;
