package jp.tsunagu.stats.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What a refused request gets (RFC 9457). */
@Schema(description = "問題の説明 (RFC 9457)")
record Problem(
    @Schema(description = "問題の種類を表す URI") String type,
    @Schema(description = "見出し") String title,
    @Schema(description = "HTTP の状態番号") int status,
    @Schema(description = "理由コード") String code,
    @Schema(description = "説明") String detail,
    @Schema(description = "次にできること") String fix) {

  ResponseEntity<Object> response() {
    return response(ResponseEntity.status(status));
  }

  ResponseEntity<Object> response(ResponseEntity.BodyBuilder builder) {
    return builder.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(this);
  }
}
