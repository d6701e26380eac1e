package jp.tsunagu.connector.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.ReferralId;

/**
 * That somebody was given the content of a dossier.
 *
 * @param number from 1 on, without gaps in an agency
 * @param at when, to the millisecond
 * @param dossierId none for what people of the agency wrote for themselves
 * @param parts what could be read, each with the ground on which it was shared
 */
public record AccessEntry(
    long number,
    Instant at,
    Reader reader,
    CaseId caseId,
    Optional<ReferralId> referralId,
    Optional<DossierId> dossierId,
    List<Part> parts) {

  /** Keeps an unmodifiable copy. */
  public AccessEntry {
    parts = List.copyOf(parts);
  }

  /**
   * A part that could be read.
   *
   * @param basis code of the ground and, after a blank, of the statute; empty for what needs none
   */
  public record Part(String name, String basis) {}
}
