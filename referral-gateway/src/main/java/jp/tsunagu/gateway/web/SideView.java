package jp.tsunagu.gateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import jp.tsunagu.contract.lifecycle.ContactRhythm;
import jp.tsunagu.contract.lifecycle.SideSupport;
import jp.tsunagu.contract.wording.Coded;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "参加支援・アウトリーチ。世帯員ごと")
record SideView(
    @Schema(description = "参加支援・アウトリーチ") Coded kind,
    @Schema(description = "世帯員") String person,
    @Schema(description = "担う機関") NamedAgency provider,
    @Schema(description = "段階") Coded stage,
    @Schema(description = "つながり続ける頻度。伴走だけのときに出る") @Nullable Coded rhythm,
    @Schema(description = "関わりの記録の数") int contacts,
    @Schema(description = "最後の関わりの時刻") @Nullable Instant lastContactAt) {

  static SideView of(SideSupport side, Names names) {
    ContactRhythm rhythm = side.rhythm();
    return new SideView(
        Coded.of(side.flow().kind()),
        side.flow().person().toString(),
        names.agency(side.flow().provider()),
        Coded.of(side.stage()),
        rhythm == null ? null : Coded.of(rhythm),
        side.contacts(),
        side.lastContactAt());
  }
}
