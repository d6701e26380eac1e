package jp.tsunagu.stats.figure;

import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.stats.fact.Span;

/**
 * A stretch in which a case is an agency's own.
 *
 * @param as why it is
 */
public record Hold(AgencyId holder, Span span, HeldAs as) {

  /** Why a case is an agency's. */
  public enum HeldAs {
    /** It received the household. */
    RECEPTION,
    /** A sheet waits at the desk until the agency it is given to accepts it. */
    SHEET,
    /** It accepted a referral. */
    REFERRAL,
    /** It coordinates (多機関協働). */
    COORDINATION
  }
}
