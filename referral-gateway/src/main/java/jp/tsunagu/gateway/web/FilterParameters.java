package jp.tsunagu.gateway.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.runtime.page.PageParameters;

/** Documents the filters that both lists have. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = "agency", in = ParameterIn.QUERY, description = "関わる機関の機関ID。複数可")
@Parameter(
    name = "state",
    in = ParameterIn.QUERY,
    description = "OPEN (続いている)・CLOSED (終わった)。連絡では段階のコードも。複数可")
@Parameter(
    name = "overdue",
    in = ParameterIn.QUERY,
    description = "期限超過かどうか",
    schema = @Schema(type = "boolean"))
@Parameter(
    name = "dueSoon",
    in = ParameterIn.QUERY,
    description = "期限接近かどうか",
    schema = @Schema(type = "boolean"))
@Parameter(
    name = "field",
    in = ParameterIn.QUERY,
    description = "分野。複数可",
    schema = @Schema(implementation = Field.class))
@Parameter(name = "area", in = ParameterIn.QUERY, description = "圏域のコード。複数可")
@Parameter(
    name = "urgency",
    in = ParameterIn.QUERY,
    description = "緊急度。複数可",
    schema = @Schema(implementation = Urgency.class))
@Parameter(
    name = "kind",
    in = ParameterIn.QUERY,
    description = "案件では NEW・CARRIED_OVER、連絡では REFERRAL・SHEET・HAND_BACK。複数可")
@PageParameters
@interface FilterParameters {}
