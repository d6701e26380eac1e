package jp.tsunagu.compose.household;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * What an agency fills in about a household: consultation, consent of the first person, and, if it
 * is to be sent, the referral.
 *
 * @param recipients whom the first person allows to be told
 * @param consentOn when the first person said so
 * @param note 紹介する理由, without any name
 * @param sending none where the consultation stays with the agency that fills it in
 */
public record Sheet(
    Household household,
    List<AgencyId> recipients,
    LocalDate consentOn,
    String note,
    @Nullable Sending sending) {

  public Sheet {
    recipients = List.copyOf(recipients);
  }

  /**
   * That it is to be sent.
   *
   * @param receiver none leaves it to the desk (宛先のないつなぐシート)
   */
  public record Sending(@Nullable AgencyId receiver) {}
}
