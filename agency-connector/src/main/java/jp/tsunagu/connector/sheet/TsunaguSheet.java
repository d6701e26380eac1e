package jp.tsunagu.connector.sheet;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import org.jspecify.annotations.Nullable;

/**
 * A whole つなぐシート: the consultation, its persons and consents, and where it is to go.
 *
 * @param dossier its note is for the first 紹介先 alone where there are several
 * @param referral none if it is only received (相談受付) and not passed on yet
 * @param further other 紹介先; none where there is no first
 */
public record TsunaguSheet(
    Times times,
    ConsultationForm consultation,
    DossierForm dossier,
    List<ConsentTerms> consents,
    @Nullable ReferralForm referral,
    List<FurtherReferral> further) {

  public TsunaguSheet {
    consents = List.copyOf(consents);
    further = List.copyOf(further);
  }

  /** Every 紹介先, in the order of the sheet. */
  public List<ReferralForm> referrals() {
    return Stream.concat(
            Stream.ofNullable(referral), further.stream().map(FurtherReferral::referral))
        .toList();
  }

  /** The same from an agency that usually connects households so. */
  public TsunaguSheet sentUsually(ReferralMode usual) {
    return new TsunaguSheet(
        times,
        consultation,
        dossier,
        consents,
        referral == null ? null : referral.sentUsually(usual),
        further.stream().map(each -> each.sentUsually(usual)).toList());
  }
}
