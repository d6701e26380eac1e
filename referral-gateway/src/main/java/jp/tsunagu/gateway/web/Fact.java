package jp.tsunagu.gateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jp.tsunagu.contract.wording.Coded;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "できごとの内容の一つ。値は code・agency・value のどれか一つ")
record Fact(
    @Schema(description = "項目") Coded item,
    @Schema(description = "コードの値") @Nullable Coded code,
    @Schema(description = "機関の値") @Nullable NamedAgency agency,
    @Schema(description = "日付・時刻・番号・数の値") @Nullable String value,
    @Schema(description = "人が読む値") String text) {}
