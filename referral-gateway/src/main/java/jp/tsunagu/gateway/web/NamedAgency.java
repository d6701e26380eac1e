package jp.tsunagu.gateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "機関。保護案件では withheld (非公開)")
record NamedAgency(
    @Schema(description = "機関ID") String id,
    @Schema(description = "機関の名称。名簿から外れた機関は最後の名称") String name,
    @Schema(description = "名簿から外れた日。参加している機関にはない") @Nullable LocalDate leftOn) {}
