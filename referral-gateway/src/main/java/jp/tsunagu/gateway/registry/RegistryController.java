package jp.tsunagu.gateway.registry;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.contract.wire.SchemaTable.Entry;
import jp.tsunagu.gateway.view.Answer;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.page.AnyParameters;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "スキーマ", description = "Schema Registry の読み取り専用の一部。Kafka の道具はここを登録先にして記録を読める。認証はいらない")
@SecurityRequirements
@ApiResponse(
    responseCode = "4XX",
    description = "Schema Registry の形の誤り",
    content =
        @Content(
            mediaType = RegistryController.JSON,
            schema = @Schema(implementation = RegistryError.class)))
@AnyParameters
@RestController
final class RegistryController {

  static final String JSON = "application/vnd.schemaregistry.v1+json";
  static final MediaType REGISTRY_JSON = MediaType.parseMediaType(JSON);

  private static final String COMPATIBILITY = "FULL_TRANSITIVE";
  private static final String LATEST = "latest";

  private final Registry registry;

  RegistryController(Registry registry) {
    this.registry = registry;
  }

  @Operation(summary = "スキーマを番号で読む")
  @Gives(value = SchemaView.class, as = RegistryController.JSON)
  @GetMapping("/schemas/ids/{id}")
  ResponseEntity<Object> schema(@Parameter(description = "スキーマの番号") @PathVariable String id) {
    return registry
        .entry(id)
        .map(entry -> ok(new SchemaView(entry.schema())))
        .orElseGet(RegistryError::schemaUnknown);
  }

  @Operation(summary = "スキーマの本文だけを読む")
  @Gives(value = Object.class, as = RegistryController.JSON)
  @GetMapping("/schemas/ids/{id}/schema")
  ResponseEntity<Object> text(@Parameter(description = "スキーマの番号") @PathVariable String id) {
    return registry
        .entry(id)
        .map(entry -> ok(entry.schema()))
        .orElseGet(RegistryError::schemaUnknown);
  }

  @Operation(summary = "スキーマを使うサブジェクトと版")
  @Gives(value = SubjectVersion[].class, as = RegistryController.JSON)
  @GetMapping("/schemas/ids/{id}/versions")
  ResponseEntity<Object> uses(@Parameter(description = "スキーマの番号") @PathVariable String id) {
    return registry
        .entry(id)
        .map(entry -> withSubjects(catalogue -> ok(SubjectVersion.all(catalogue, entry))))
        .orElseGet(RegistryError::schemaUnknown);
  }

  @Operation(summary = "スキーマの種類")
  @Gives(value = String[].class, as = RegistryController.JSON)
  @GetMapping("/schemas/types")
  ResponseEntity<Object> types() {
    return ok(List.of("AVRO"));
  }

  @Operation(summary = "サブジェクトの一覧")
  @Gives(value = String[].class, as = RegistryController.JSON)
  @GetMapping("/subjects")
  ResponseEntity<Object> subjects() {
    return withSubjects(catalogue -> ok(catalogue.subjects()));
  }

  @Operation(summary = "サブジェクトの版の一覧")
  @Gives(value = Integer[].class, as = RegistryController.JSON)
  @GetMapping("/subjects/{subject}/versions")
  ResponseEntity<Object> versions(
      @Parameter(description = "サブジェクト (トピック名-レコード名)") @PathVariable String subject) {
    return withVersions(subject, versions -> ok(versions.stream().map(Entry::version).toList()));
  }

  @Operation(summary = "サブジェクトの一つの版")
  @Gives(value = VersionView.class, as = RegistryController.JSON)
  @GetMapping("/subjects/{subject}/versions/{version}")
  ResponseEntity<Object> version(
      @Parameter(description = "サブジェクト (トピック名-レコード名)") @PathVariable String subject,
      @Parameter(description = "版の番号か latest") @PathVariable String version) {
    return withVersions(subject, versions -> version(subject, version, versions));
  }

  @Operation(summary = "互換性の決まり")
  @Gives(value = Compatibility.class, as = RegistryController.JSON)
  @GetMapping("/config")
  ResponseEntity<Object> config() {
    return ok(new Compatibility(COMPATIBILITY));
  }

  @Operation(summary = "サブジェクトの互換性の決まり")
  @Gives(value = Compatibility.class, as = RegistryController.JSON)
  @GetMapping("/config/{subject}")
  ResponseEntity<Object> config(
      @Parameter(description = "サブジェクト (トピック名-レコード名)") @PathVariable String subject) {
    return withVersions(subject, _ -> config());
  }

  @Operation(summary = "動作の種類", description = "いつも READONLY")
  @Gives(value = Mode.class, as = RegistryController.JSON)
  @GetMapping("/mode")
  ResponseEntity<Object> mode() {
    return ok(new Mode("READONLY"));
  }

  @Hidden
  @RequestMapping(
      path = {"/subjects/**", "/config/**", "/mode/**", "/schemas/**", "/compatibility/**"},
      method = {RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE, RequestMethod.PATCH})
  ResponseEntity<Object> write() {
    return RegistryError.readOnly();
  }

  private ResponseEntity<Object> version(String subject, String version, List<Entry> versions) {
    if (version.equals(LATEST)) {
      return ok(VersionView.of(subject, versions.getLast()));
    }
    Optional<Integer> number = Registry.number(version);
    if (number.isEmpty() || number.get() < 1) {
      return RegistryError.versionInvalid();
    }
    return versions.stream()
        .filter(entry -> entry.version() == number.get())
        .findFirst()
        .map(entry -> ok(VersionView.of(subject, entry)))
        .orElseGet(RegistryError::versionUnknown);
  }

  private ResponseEntity<Object> withVersions(
      String subject, Function<List<Entry>, ResponseEntity<Object>> found) {
    return withSubjects(
        catalogue -> {
          List<Entry> versions = catalogue.versions(subject);
          return versions.isEmpty() ? RegistryError.subjectUnknown() : found.apply(versions);
        });
  }

  private ResponseEntity<Object> withSubjects(
      Function<SubjectCatalogue, ResponseEntity<Object>> found) {
    return switch (registry.catalogue()) {
      case Answer.Found<SubjectCatalogue>(SubjectCatalogue catalogue) -> found.apply(catalogue);
      case Answer.NotFound<SubjectCatalogue> _, Answer.NotReady<SubjectCatalogue> _ ->
          RegistryError.notReady();
    };
  }

  private static ResponseEntity<Object> ok(Object body) {
    return ResponseEntity.ok().contentType(REGISTRY_JSON).body(body);
  }

  /** The text of a schema. */
  record SchemaView(String schema) {}

  /** What a later version may change. */
  record Compatibility(String compatibilityLevel) {}

  /** What can be done here. */
  record Mode(String mode) {}

  /** One version of a subject, in the words of the Schema Registry interface. */
  record VersionView(String subject, int version, int id, String schema) {
    static VersionView of(String subject, Entry entry) {
      return new VersionView(subject, entry.version(), entry.id(), entry.schema());
    }
  }

  /** Where a schema is used. */
  record SubjectVersion(String subject, int version) {
    static List<SubjectVersion> all(SubjectCatalogue catalogue, Entry entry) {
      return catalogue.subjectsOf(entry).stream()
          .map(subject -> new SubjectVersion(subject, entry.version()))
          .toList();
    }
  }
}
