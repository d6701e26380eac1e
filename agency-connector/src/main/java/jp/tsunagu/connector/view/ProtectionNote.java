package jp.tsunagu.connector.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Protection;
import org.jspecify.annotations.Nullable;

/**
 * That a case is protected (支援措置), as the agency is told that takes part in it.
 *
 * @param until last day (Asia/Tokyo); the case stays protected until a person lifts it
 * @param contactHidden address and telephone are not shown to this agency, and it passes none on
 * @param mayPassTo to whom address and telephone may be passed on; none where they are hidden
 * @param text what a person reads
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProtectionNote(
    LocalDate until, boolean contactHidden, @Nullable List<AgencyId> mayPassTo, String text) {

  private static final String HIDDEN =
      "保護案件(支援措置)です。住所・連絡先はこの機関には表示されません。聞き取った場合も、ほかの機関に渡さないでください。";
  private static final String NAMED = "保護案件(支援措置)です。住所・連絡先は mayPassTo の機関にだけ渡せます。";

  /** Of the measure as this agency was told of it; none for none. */
  public static @Nullable ProtectionNote of(@Nullable Protection protection, AgencyId own) {
    if (protection == null) {
      return null;
    }
    return protection.opensContactTo(own)
        ? new ProtectionNote(
            protection.until(), false, protection.named().stream().sorted().toList(), NAMED)
        : new ProtectionNote(protection.until(), true, null, HIDDEN);
  }
}
