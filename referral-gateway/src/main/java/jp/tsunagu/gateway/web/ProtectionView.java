package jp.tsunagu.gateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.ProtectionStanding;
import jp.tsunagu.contract.wording.Coded;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "保護(支援措置)。期限が過ぎても、人が解除するまで保護は続く")
record ProtectionView(
    @Schema(description = "期限の日") LocalDate until,
    @Schema(description = "期限までどうか。1か月前から、延長か解除を決める") Coded standing,
    @Schema(description = "住所・居所・連絡先を見てよく、それを渡してよい機関。自分が含まれないときは出ない")
        @Nullable List<NamedAgency> mayPassTo,
    @Schema(description = "除外された機関。保護担当だけ") @Nullable List<NamedAgency> excluded) {

  /** As it was told to its reader: without names it names nobody to whom anything may be passed. */
  static @Nullable ProtectionView of(
      @Nullable Protection protection, boolean whole, Names names, LocalDate today) {
    return protection == null
        ? null
        : new ProtectionView(
            protection.until(),
            Coded.of(ProtectionStanding.of(protection, today)),
            protection.named().isEmpty() && !whole ? null : names.agencies(protection.named()),
            whole ? names.agencies(protection.excluded()) : null);
  }
}
