package jp.tsunagu.gateway.web;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "機関。保護案件では withheld (非公開)")
record NamedAgency(
    @Schema(description = "機関ID") String agencyId, @Schema(description = "機関の名称") String name) {}
