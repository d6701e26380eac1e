package jp.tsunagu.connector.command;

import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.dossier.DossierStore;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.sheet.DossierFields;
import jp.tsunagu.connector.sheet.SheetFields;
import jp.tsunagu.connector.testing.SamplePapers;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestApi.Reply;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquirySent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.message.Notice.DossierDelivered;
import jp.tsunagu.runtime.form.FormReading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a person typed is read by somebody, or the form says that it will not be. */
@Tag("slow")
class EveryFieldIsReadTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> TO_A_MEMBER =
      Set.of("ask-agencies", "hand-out-papers", "call-back-papers");
  private static final MeetingRequestId ITEM = new MeetingRequestId(UUID.randomUUID());

  @TempDir static Path directory;
  private static TestApi api;
  private static CaseId caseId;
  private static ReferralId referralId;
  private static DossierId held;

  @BeforeAll
  static void start() {
    api = new TestApi(directory, Map.of());
    Reply received =
        api.post(
            HIGASHI,
            "/consultations",
            """
            {"consultation": {"fields": ["OTHER"], "area": "east", "urgency": "NORMAL"}}
            """);
    caseId = CaseId.of(received.json().path("caseId").asString());
    referralId = Samples.referralId();
    api.network().deliver(HIGASHI, caseId, sent());
    await().atMost(SOON).until(() -> api.get(HIGASHI, "/referrals/" + referralId).status() == 200);
    api.network().deliver(HIGASHI, caseId, asked());
    await()
        .atMost(SOON)
        .until(() -> api.get(HIGASHI, "/cases/" + caseId).body().contains("\"inquiries\":[{"));
    SamplePapers.written(api, caseId);
    SamplePapers.handedOut(api, caseId, ITEM, List.of(SHAKYO, TestNetwork.DESK), 4);
    OpenDossier earlier = Samples.dossier("前に送ったもの", SHAKYO);
    held = earlier.dossierId();
    api.bean(DossierStore.class)
        .keepOwn(
            api.bean(Databases.class).of(HIGASHI),
            List.of(new DossierStore.Own(caseId, referralId, earlier)),
            Instant.now());
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void no_field_of_any_form_is_read_by_nobody() {
    List<String> unread = new ArrayList<>();
    for (CommandForm form : CommandForms.all()) {
      FormSample sample = sample(form);
      Map<String, String> once = made(form, sample.json());
      Map<String, String> again = made(form, sample.json());
      Set<String> chance = new TreeSet<>(once.keySet());
      chance.removeIf(path -> Objects.equals(once.get(path), again.get(path)));
      for (FormSample.Leaf leaf : sample.leaves()) {
        if (!isRead(form, leaf, once, chance)) {
          unread.add(form.name() + " " + leaf.path());
        }
      }
    }
    assertThat(unread).isEmpty();
  }

  private static boolean isRead(
      CommandForm form, FormSample.Leaf leaf, Map<String, String> once, Set<String> chance) {
    return switch (reader().filed(HIGASHI, form, leaf.changed())) {
      case CommandReading.Unusable _, CommandReading.StillOpen _ -> true;
      case CommandReading.Ready(var wish, var _) -> {
        Map<String, String> other = Flat.of(wish);
        yield Stream.concat(once.keySet().stream(), other.keySet().stream())
            .filter(path -> !chance.contains(path))
            .anyMatch(path -> !other.getOrDefault(path, "").equals(once.getOrDefault(path, "")));
      }
    };
  }

  @Test
  void the_receiver_reads_exactly_what_was_typed_whatever_the_command() {
    for (CommandForm form : CommandForms.all()) {
      if (form.form().fields().contains(DossierFields.PERSONS)) {
        arrives(form);
      }
    }
  }

  private static void arrives(CommandForm form) {
    FormSample sample = sample(form);
    Set<String> typed = sample.typed(DossierFields.FIELDS);
    assertThat(typed).as(form.name()).hasSizeGreaterThan(10);

    CaseCommand command = given(post(form, sample.json()));

    SealedDossier sealed = command.sealed().orElseThrow();
    assertThat(sealed.dossierId()).isNotEqualTo(held);
    api.network()
        .deliver(
            SHAKYO,
            caseId,
            new DossierDelivered(
                caseId, null, sealed.onlyFor(SHAKYO).orElseThrow(), Instant.now()));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(readBy(SHAKYO, sealed.dossierId()))
                    .as(form.name())
                    .containsAll(typed)
                    .doesNotContain("前に送ったもの"));
    assertThat(readBy(HIGASHI, sealed.dossierId())).containsAll(typed);
  }

  @Test
  void every_text_of_the_sheet_is_in_what_is_sealed() {
    Tools tools = api.bean(Tools.class);
    FormSample sample = FormSample.of(SheetFields.FORM, tools);
    if (!(tools.reader().read(SheetFields.FORM, sample.json())
        instanceof FormReading.Usable(var filled))) {
      throw new AssertionError("the example of the sheet is no sheet: " + sample.json());
    }
    OpenDossier open =
        Objects.requireNonNull(tools.dossiers().open(SheetFields.of(filled), TestNetwork.DESK));
    Set<String> sealed = new TreeSet<>();
    open.parts()
        .forEach(
            part -> {
              byte[] bytes = part.told().content().toByteArray();
              collect(JSON.readTree(new String(bytes, StandardCharsets.UTF_8)), sealed);
            });
    assertThat(sample.json().path("further").size()).isOne();
    assertThat(sealed).containsAll(sample.typed(SheetFields.FORM.fields()));
    assertThat(open.parts()).allSatisfy(part -> assertThat(part.form()).isNotNull());
  }

  @Test
  void what_is_written_to_ones_own_agency_is_refused_where_it_stands() {
    Reply reply =
        api.post(
            TestNetwork.DESK,
            "/cases/" + caseOfTheDesk() + "/coordination",
            "{\"note\": \"役割の整理\", \"noteNamesNoOne\": true, \"staff\": {\"name\": \"係\"}}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("errors").valueStream().map(it -> it.path("field").asString()))
        .contains("note", "staff");
  }

  private static String caseOfTheDesk() {
    return api.post(
            TestNetwork.DESK,
            "/consultations",
            """
            {"consultation": {"fields": ["OTHER"], "area": "east", "urgency": "NORMAL"}}
            """)
        .json()
        .path("caseId")
        .asString();
  }

  /** 社協 asks for information: to whom it is answered. */
  private static InquirySent asked() {
    return new InquirySent(
        TestNetwork.header(caseId, 3, SHAKYO),
        HIGASHI,
        Set.of(new PersonRef(1)),
        Samples.clock(),
        null);
  }

  private static CommandReader reader() {
    return api.bean(CommandReader.class);
  }

  private static FormSample sample(CommandForm form) {
    FormSample sample = FormSample.of(form.file(), api.bean(Tools.class));
    for (FormField<?> target : form.targets()) {
      if (target.equals(Targets.CASE)) {
        sample = sample.with(target, caseId.toString());
      }
      if (target.equals(Targets.REFERRAL)) {
        sample = sample.with(target, referralId.toString());
      }
      if (target.equals(Targets.MEETING_REQUEST)) {
        sample = sample.with(target, ITEM.toString());
      }
    }
    for (FormField<?> field : form.form().fields()) {
      if (field.kind() instanceof Kind.OneAgency) {
        sample = sample.with(field, SHAKYO.value());
      }
      if (TO_A_MEMBER.contains(form.name()) && field.kind() instanceof Kind.SomeAgencies) {
        sample = sample.with(field, SHAKYO.value());
      }
      if (form.name().equals("hand-out-papers") && field.name().equals("form")) {
        sample = sample.with(field, SamplePapers.FORM);
      }
      if (form.name().equals("dossiers") && field.name().equals("dossierId")) {
        sample = sample.with(field, held.toString());
      }
    }
    return sample;
  }

  private static Map<String, String> made(CommandForm form, JsonNode json) {
    return switch (reader().filed(HIGASHI, form, json)) {
      case CommandReading.Ready(var wish, var _) -> Flat.of(wish);
      case CommandReading.Unusable(var problems) ->
          throw new AssertionError(form.name() + " " + problems + " " + json);
      case CommandReading.StillOpen(var open) ->
          throw new AssertionError(form.name() + " beside " + open);
    };
  }

  private static CommandId post(CommandForm form, ObjectNode whole) {
    ObjectNode body = whole.deepCopy();
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

  private static CaseCommand given(CommandId id) {
    return await()
        .atMost(SOON)
        .until(
            () ->
                api.commands(HIGASHI, caseId).stream()
                    .map(CaseCommand.class::cast)
                    .filter(command -> command.header().commandId().equals(id))
                    .toList(),
            found -> !found.isEmpty())
        .getFirst();
  }

  /** Every text in the parts this agency can read. */
  private static Set<String> readBy(AgencyId agency, DossierId dossierId) {
    Set<String> texts = new TreeSet<>();
    api.bean(Records.class).dossier(agency, dossierId).stream()
        .map(DossierView::parts)
        .flatMap(List::stream)
        .map(PartView::content)
        .forEach(
            content -> {
              if (content instanceof PartView.Content.Open(var json)) {
                byte[] bytes = json.value().toByteArray();
                collect(JSON.readTree(new String(bytes, StandardCharsets.UTF_8)), texts);
              }
            });
    return texts;
  }

  private static void collect(JsonNode node, Set<String> texts) {
    if (node.isString()) {
      texts.add(node.asString());
    }
    node.forEach(child -> collect(child, texts));
  }

  private static ReferralSent sent() {
    return Samples.sent(TestNetwork.header(caseId, 1, SHAKYO), referralId, SHAKYO, HIGASHI);
  }
}
