package jp.tsunagu.gateway.web;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "できごとの内容の一つ")
record Fact(
    @Schema(description = "項目のコード") String name,
    @Schema(description = "項目の名前") String label,
    @Schema(description = "値") String value,
    @Schema(description = "人が読む値") String text) {}
