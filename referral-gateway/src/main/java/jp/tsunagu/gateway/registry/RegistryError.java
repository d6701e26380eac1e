package jp.tsunagu.gateway.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** How a Schema Registry says no; in English, because programs read it. */
@Schema(description = "Schema Registry の形の誤り")
record RegistryError(
    @Schema(description = "誤りの番号") @JsonProperty("error_code") int errorCode,
    @Schema(description = "説明") String message) {

  private static final int STATUS_DIGITS = 100;

  static ResponseEntity<Object> subjectUnknown() {
    return new RegistryError(40401, "Subject not found.").response();
  }

  static ResponseEntity<Object> versionUnknown() {
    return new RegistryError(40402, "Version not found.").response();
  }

  static ResponseEntity<Object> schemaUnknown() {
    return new RegistryError(40403, "Schema not found.").response();
  }

  static ResponseEntity<Object> versionInvalid() {
    return new RegistryError(
            42202,
            "The version is not a valid version id. Allowed are 1 and above, and \"latest\".")
        .response();
  }

  static ResponseEntity<Object> readOnly() {
    return new RegistryError(
            42205, "This registry is read-only: schemas are released with the program.")
        .response();
  }

  static ResponseEntity<Object> notReady() {
    return new RegistryError(50301, "The directory is still being read; try again soon.")
        .response();
  }

  /** The first three digits of the code are the status. */
  private ResponseEntity<Object> response() {
    return ResponseEntity.status(HttpStatus.valueOf(errorCode / STATUS_DIGITS))
        .contentType(RegistryController.REGISTRY_JSON)
        .body(this);
  }
}
