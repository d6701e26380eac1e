package jp.tsunagu.scheduler.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * What a refused request gets (RFC 9457). It names no case, so that the answer about one that may
 * not be known is the same as about one that does not exist.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "問題の説明 (RFC 9457)")
record Problem(
    @Schema(description = "問題の種類を表す URI") String type,
    @Schema(description = "見出し") String title,
    @Schema(description = "HTTP の状態番号") int status,
    @Schema(description = "理由コード") String code,
    @Schema(description = "説明") String detail,
    @Schema(description = "誤りのある項目") @Nullable String field,
    @Schema(description = "次にできること") String fix,
    @Schema(description = "使える値") @Nullable List<String> allowed) {

  Problem about(String wrongField) {
    return new Problem(type, title, status, code, detail, wrongField, fix, allowed);
  }

  Problem saying(String newDetail) {
    return new Problem(type, title, status, code, newDetail, field, fix, allowed);
  }

  Problem allowing(List<String> values) {
    return new Problem(type, title, status, code, detail, field, fix, values);
  }

  ResponseEntity<Object> response() {
    return response(ResponseEntity.status(status));
  }

  ResponseEntity<Object> response(ResponseEntity.BodyBuilder builder) {
    return builder.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(this);
  }
}
