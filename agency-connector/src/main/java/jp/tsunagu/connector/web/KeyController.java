package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import jp.tsunagu.connector.outbox.KeyAnnouncements;
import jp.tsunagu.connector.problem.ProblemKind;
import jp.tsunagu.connector.record.AgencyKeysView;
import jp.tsunagu.connector.record.KnownKeys;
import jp.tsunagu.contract.directory.Fingerprint;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.description.Takes;
import jp.tsunagu.runtime.form.FormBody;
import jp.tsunagu.runtime.form.FormReader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The keys of the network as this agency sees them, and what a person does about them. */
@RestController
@RequestMapping("/agencies/{agencyId}/api/keys")
@Tag(name = "鍵", description = "署名鍵と封かん鍵。指紋を電話で確かめる")
class KeyController {

  private final KnownKeys known;
  private final KeyAnnouncements own;

  KeyController(KnownKeys known, KeyAnnouncements own) {
    this.known = known;
    this.own = own;
  }

  /**
   * A new key pair.
   *
   * @param sealingFingerprint of the key that is announced
   */
  record Made(String sealingFingerprint, String signingFingerprint) {}

  @Gives(value = AgencyKeysView.class, list = "agencies")
  @GetMapping
  @Operation(
      summary = "全機関の鍵と指紋",
      description =
          "signingFingerprint が確かめてある署名鍵、sealingFingerprint が今この機関あてに封をする鍵です。announced は名簿にある鍵のすべてで、"
              + "standing が使っているか、使っていない理由です。")
  ResponseEntity<Object> all(HttpServletRequest request) {
    return Answers.ok(Map.of("agencies", known.all(ActingAgency.of(request))));
  }

  @Gives(Made.class)
  @PostMapping("/rotate")
  @Operation(summary = "封かん鍵を替える", description = "古い鍵あてに封をした書類は60日開けます。")
  ResponseEntity<Object> rotate(HttpServletRequest request) {
    AgencyId agency = ActingAgency.of(request);
    own.rotate(agency);
    return made(agency);
  }

  @Gives(Made.class)
  @PostMapping("/rotate-signing")
  @Operation(summary = "署名鍵と封かん鍵を替える", description = "前の署名鍵で署名するので、ほかの機関は何もしなくてかまいません。")
  ResponseEntity<Object> rotateSigning(HttpServletRequest request) {
    AgencyId agency = ActingAgency.of(request);
    own.rotateSigning(agency);
    return made(agency);
  }

  @Gives(Made.class)
  @PostMapping("/replace-signing")
  @Operation(
      summary = "失った署名鍵を新しくする",
      description = "署名鍵を失ったか盗まれたとき。ほかの機関は、指紋を電話で確かめて confirm を呼ぶまで、前の鍵で封をし続けます。")
  ResponseEntity<Object> replaceSigning(HttpServletRequest request) {
    AgencyId agency = ActingAgency.of(request);
    own.replaceSigning(agency);
    return made(agency);
  }

  private ResponseEntity<Object> made(AgencyId agency) {
    return Answers.ok(
        new Made(
            Fingerprint.of(own.sealing(agency).keyset()).grouped(),
            Fingerprint.of(own.signing(agency).publicKey()).grouped()));
  }

  @Gives(value = AgencyKeysView.class, list = "agencies")
  @Takes(FingerprintForm.class)
  @PostMapping(value = "/{other}/confirm", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "署名鍵の指紋を確かめた",
      description = "other の機関に電話し、読み上げられた指紋を送ります。その鍵で署名された封かん鍵を使い始めます。")
  ResponseEntity<Object> confirm(
      HttpServletRequest request,
      @Parameter(description = "相手の機関ID") @PathVariable String other,
      @RequestBody(required = false) byte @Nullable [] body) {
    return AgencyId.isValid(other)
        ? FormBody.answered(
            body,
            FingerprintForm.FORM,
            FormReader.ofPlainForms(),
            form -> confirmed(request, new AgencyId(other), FingerprintForm.fingerprint(form)))
        : Answers.missing();
  }

  private ResponseEntity<Object> confirmed(
      HttpServletRequest request, AgencyId other, Fingerprint fingerprint) {
    return switch (known.confirm(ActingAgency.of(request), other, fingerprint)) {
      case CONFIRMED -> all(request);
      case UNKNOWN -> ProblemKind.FINGERPRINT_UNKNOWN.problem().about("fingerprint").response();
      case REPLACED -> ProblemKind.FINGERPRINT_REPLACED.problem().about("fingerprint").response();
    };
  }
}
