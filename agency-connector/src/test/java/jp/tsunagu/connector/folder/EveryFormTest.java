package jp.tsunagu.connector.folder;

import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagu.connector.command.CommandForm;
import jp.tsunagu.connector.command.CommandForms;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.dossier.DossierStore;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.testing.SamplePapers;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestApi.Reply;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.ChainPlace;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.LegParties;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What can be answered by REST can be answered by file, beginning from the template. */
@Tag("slow")
class EveryFormTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String UUID_OF_EXAMPLE = "0199a3c2-0000-7000-8000-000000000001";

  @TempDir static Path directory;
  private static TestApi api;
  private static CaseId caseId;
  private static ReferralId referralId;

  @BeforeAll
  static void start() {
    api =
        new TestApi(
            directory,
            Map.of(
                "tsunagu.connector.agencies[0].folder",
                directory.resolve("higashi").toString(),
                "tsunagu.folder.rescan",
                "500ms"));
    Reply received =
        api.post(
            HIGASHI,
            "/consultations",
            """
            {"consultation": {"fields": ["OTHER"], "area": "east", "urgency": "NORMAL"}}
            """);
    caseId = CaseId.of(received.json().path("caseId").asString());
    referralId = sent();
    holdsADossier();
    SamplePapers.written(api, caseId);
    SamplePapers.handedOut(
        api,
        caseId,
        new MeetingRequestId(referralId.value()),
        List.of(TestNetwork.DESK, SHAKYO),
        2);
  }

  /** Under the number of the examples. */
  private static void holdsADossier() {
    OpenDossier dossier = Samples.dossier("前に送ったもの", SHAKYO);
    api.bean(DossierStore.class)
        .keepOwn(
            api.bean(Databases.class).of(HIGASHI),
            List.of(
                new DossierStore.Own(
                    caseId,
                    referralId,
                    new OpenDossier(new DossierId(referralId.value()), dossier.parts()))),
            Instant.now());
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void the_template_of_every_form_is_taken_as_json_as_csv_and_by_REST_and_says_the_same()
      throws IOException {
    Map<CommandForm, CommandId> byRest = new LinkedHashMap<>();
    for (CommandForm form : CommandForms.all()) {
      drop(form.name() + ".json", template(form, ".json"));
      drop(form.name() + ".csv", template(form, ".csv"));
      byRest.put(form, posted(form));
    }
    Map<CommandId, CaseCommand> given = new LinkedHashMap<>();
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              api.commands(HIGASHI, caseId)
                  .forEach(
                      command ->
                          given.put(
                              ((CaseCommand) command).header().commandId(), (CaseCommand) command));
              assertThat(given.keySet()).containsAll(byRest.values());
              for (CommandForm form : CommandForms.all()) {
                assertThat(given).containsKeys(receipt(form, ".json"), receipt(form, ".csv"));
              }
            });
    for (CommandForm form : CommandForms.all()) {
      CaseCommand wanted = given.get(byRest.get(form));
      for (String kind : List.of(".json", ".csv")) {
        assertThat(given.get(receipt(form, kind)))
            .as(form.name() + kind)
            .hasSameClassAs(wanted)
            .usingRecursiveComparison()
            .ignoringFieldsOfTypes(
                CommandHeader.class,
                SealedDossier.class,
                ReferralId.class,
                ConsentId.class,
                MeetingRequestId.class)
            .isEqualTo(wanted);
      }
    }
  }

  @Test
  void the_template_of_the_sheet_is_taken_as_json_and_as_csv_and_says_the_same()
      throws IOException {
    List<CaseId> cases = new ArrayList<>();
    for (String name : List.of("sheet.json", "sheet.csv")) {
      drop(name, api.get(HIGASHI, "/forms/" + name).body());
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                assertThat(report(name)).isNull();
                assertThat(directory.resolve("higashi/in/" + name + ".receipt.json")).exists();
              });
      JsonNode receipt = read(directory.resolve("higashi/in/" + name + ".receipt.json"));
      cases.add(CaseId.of(receipt.path("sheets").get(0).path("caseId").asString()));
    }
    await()
        .atMost(SOON)
        .until(() -> cases.stream().allMatch(id -> api.commands(HIGASHI, id).size() == 1));
    assertThat(api.commands(HIGASHI, cases.getLast()))
        .usingRecursiveComparison()
        .ignoringFieldsOfTypes(
            CommandHeader.class, SealedDossier.class, ReferralId.class, ConsentId.class)
        .isEqualTo(api.commands(HIGASHI, cases.getFirst()));
  }

  @Test
  void a_wrong_answer_names_line_heading_and_fix() throws IOException {
    drop(
        "wrong.csv",
        """
        操作,連絡番号,結果,分野
        受理する,%s,,困窮
        支援を終了する,%s,おわり,
        支援を終える,%s,,
        受理する,%s,,
        """
            .formatted(referralId, referralId, referralId, UUID.randomUUID()));
    JsonNode report = await().atMost(SOON).until(() -> report("wrong.csv"), node -> node != null);
    assertThat(
            report
                .path("errors")
                .valueStream()
                .map(it -> it.path("line").asInt() + " " + it.path("column").asString()))
        .containsExactlyInAnyOrder("2 分野", "3 結果", "4 操作", "5 連絡番号");
    assertThat(report.path("errors").valueStream())
        .allSatisfy(it -> assertThat(it.path("fix").asString()).isNotBlank());
    Path rejected = directory.resolve("higashi/rejected/wrong.csv");
    await().atMost(SOON).until(() -> Files.exists(rejected));
  }

  @Test
  void the_list_of_forms_names_a_template_for_each() {
    JsonNode forms = api.get(HIGASHI, "/forms").json().path("forms");
    assertThat(forms.valueStream().map(form -> form.path("name").asString()))
        .contains("sheet")
        .containsAll(CommandForms.all().stream().map(CommandForm::name).toList());
    assertThat(api.get(HIGASHI, "/forms/nothing.csv").status()).isEqualTo(404);
  }

  private static String template(CommandForm form, String kind) {
    Reply reply = api.get(HIGASHI, "/forms/" + form.name() + kind);
    assertThat(reply.status()).as(form.name() + kind).isEqualTo(200);
    return filledIn(reply.body());
  }

  /** The numbers of the example are nobody's, and of the forms one is written. */
  private static String filledIn(String text) {
    return text.replace("案件番号の見本", caseId.toString())
        .replace(UUID_OF_EXAMPLE, referralId.toString())
        .replace(KnownForm.COMPREHENSIVE_APPLICATION.formId(), SamplePapers.FORM);
  }

  private static CommandId posted(CommandForm form) {
    ObjectNode body = (ObjectNode) JSON.readTree(template(form, ".json"));
    body.remove("command");
    String path = form.path();
    for (FormField<?> target : form.inPath().fields()) {
      path = path.replace("{" + target.name() + "}", body.path(target.name()).asString());
      body.remove(target.name());
    }
    Reply reply =
        api.send(
            api.posting(HIGASHI, path, body.toString())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "*")
                .build());
    assertThat(reply.status()).as(form.name() + " " + reply.body()).isEqualTo(202);
    return CommandId.of(reply.json().path("commandIds").get(0).asString());
  }

  private static void drop(String name, String content) throws IOException {
    AtomicFiles.writeWithChecksum(
        directory.resolve("higashi/out").resolve(name), content.getBytes(StandardCharsets.UTF_8));
  }

  private static CommandId receipt(CommandForm form, String kind) {
    Path file = directory.resolve("higashi/in/" + form.name() + kind + ".receipt.json");
    JsonNode report = report(form.name() + kind);
    assertThat(report).as(form.name() + kind + " was rejected: " + report).isNull();
    assertThat(file).exists();
    JsonNode answer = read(file).path("answers").get(0);
    return CommandId.of(answer.path("commandIds").get(0).asString());
  }

  private static @Nullable JsonNode report(String name) {
    Path file = directory.resolve("higashi/rejected/" + name + ".report.json");
    return Files.exists(file) ? read(file) : null;
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static ReferralId sent() {
    ReferralId id = Samples.referralId();
    api.network()
        .deliver(
            HIGASHI,
            caseId,
            new ReferralSent(
                TestNetwork.header(caseId, 1, SHAKYO),
                id,
                new ChainPlace(id, null),
                new LegParties(SHAKYO, HIGASHI),
                ReferralMode.TOGETHER,
                Urgency.NORMAL,
                Samples.clock(),
                null));
    await().atMost(SOON).until(() -> api.get(HIGASHI, "/referrals/" + id).status() == 200);
    return id;
  }
}
