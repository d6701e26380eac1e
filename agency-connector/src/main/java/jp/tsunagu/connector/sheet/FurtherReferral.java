package jp.tsunagu.connector.sheet;

import jp.tsunagu.contract.lifecycle.ReferralMode;
import org.jspecify.annotations.Nullable;

/**
 * Another 紹介先 of a つなぐシート.
 *
 * @param reason 紹介する理由, for this receiver alone; none if nothing was written
 */
public record FurtherReferral(ReferralForm referral, @Nullable NoteForm reason) {

  /** The same from an agency that usually connects households so. */
  FurtherReferral sentUsually(ReferralMode usual) {
    return new FurtherReferral(referral.sentUsually(usual), reason);
  }
}
