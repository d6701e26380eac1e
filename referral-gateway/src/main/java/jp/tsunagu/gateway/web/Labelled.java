package jp.tsunagu.gateway.web;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "コードと、人が読む名前")
record Labelled(
    @Schema(description = "コード") String code, @Schema(description = "人が読む名前") String label) {}
