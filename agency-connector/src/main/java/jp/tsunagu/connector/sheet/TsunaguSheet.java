package jp.tsunagu.connector.sheet;

import java.util.List;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import org.jspecify.annotations.Nullable;

/**
 * A whole つなぐシート: the consultation, its persons and consents, and where it is to go.
 *
 * @param referral none if it is only received (相談受付) and not passed on yet
 */
public record TsunaguSheet(
    Times times,
    ConsultationForm consultation,
    DossierForm dossier,
    List<ConsentTerms> consents,
    @Nullable ReferralForm referral) {

  public TsunaguSheet {
    consents = List.copyOf(consents);
  }

  /** The same from an agency that usually connects households so. */
  public TsunaguSheet sentUsually(ReferralMode usual) {
    return referral == null
        ? this
        : new TsunaguSheet(
            times,
            consultation,
            dossier,
            consents,
            new ReferralForm(referral.receiver(), referral.chosen(), referral.urgency(), usual));
  }
}
