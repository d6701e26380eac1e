package jp.tsunagu.stats.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents what {@link PeriodQuery} reads. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
    name = "year",
    in = ParameterIn.QUERY,
    description = "年度。期間も省くと今年度",
    schema = @Schema(type = "string"))
@Parameter(
    name = "from",
    in = ParameterIn.QUERY,
    description = "期間の最初の日",
    schema = @Schema(type = "string", format = "date"))
@Parameter(
    name = "until",
    in = ParameterIn.QUERY,
    description = "期間の最後の日",
    schema = @Schema(type = "string", format = "date"))
@Parameter(
    name = "againstFrom",
    in = ParameterIn.QUERY,
    description = "比べる期間の最初の日。省くと前年同期",
    schema = @Schema(type = "string", format = "date"))
@Parameter(
    name = "againstUntil",
    in = ParameterIn.QUERY,
    description = "比べる期間の最後の日",
    schema = @Schema(type = "string", format = "date"))
@interface PeriodParameters {}
