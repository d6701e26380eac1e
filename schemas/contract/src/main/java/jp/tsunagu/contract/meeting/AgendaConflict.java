package jp.tsunagu.contract.meeting;

import java.time.Instant;
import jp.tsunagu.contract.id.AgencyId;

/**
 * An agency would sit in two meetings at one hour.
 *
 * @param begins when they begin to overlap
 * @param ends when they cease to
 * @param other the other meeting's body, as it is called
 */
public record AgendaConflict(AgencyId agency, Instant begins, Instant ends, String other) {}
