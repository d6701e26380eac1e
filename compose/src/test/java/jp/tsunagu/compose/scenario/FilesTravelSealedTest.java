package jp.tsunagu.compose.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import jp.tsunagu.contract.testing.SampleFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A photograph on a つなぐシート, over HTTP: whoever may read what it hangs on gets it, whole and without
 * what tells where and by whom it was taken; nobody else learns of it, by name or content.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FilesTravelSealedTest {

  private static final String SENDER = "hokatsu-nishi";
  private static final String RECEIVER = "shogai-kikan";
  private static final String STRANGER = "shakyo";
  private static final String WORD = "六つ葉の鶯の裏庭";
  private static final String NAME = "六つ葉の鶯の診断書.jpg";
  private static final int SIDE = 1400;

  private ScenarioCity city;
  private byte[] photograph;
  private String caseId;
  private JsonNode part;
  private String dossierId;

  @BeforeAll
  void a_sheet_is_sent_with_a_photograph() throws Exception {
    city = ScenarioCity.opened("komae", "2026-12-10T10:00");
    photograph = SampleFiles.jpeg(SIDE, 6, WORD);
    assertThat(photograph.length).as("more than two pieces").isGreaterThan(1 << 20);
    HttpResponse<String> stored = city.handsIn(SENDER, NAME, photograph);
    assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
    String file = JsonMapper.shared().readTree(stored.body()).path("file").asString();
    caseId = city.does(SENDER, "/consultations", sheet(file)).text("caseId");
    JsonNode seen = city.sees(RECEIVER, "/cases/" + caseId, body -> !open(body).isEmpty()).body();
    part = open(seen).getFirst();
    dossierId = seen.path("dossiers").path(0).path("dossierId").asString();
  }

  @AfterAll
  void end() {
    city.close();
  }

  private static String sheet(String file) {
    return """
        {"consultation": {"fields": ["障害"], "area": "nishi", "urgency": "通常", "persons": 1},
         "persons": [{"person": 1, "name": "見本 花子", "basis": "本人の同意"}],
         "files": [{"file": "%s", "about": 1, "tells": ["病気・医療"]}],
         "consents": [{"person": 1, "purpose": "包括的相談支援",
           "scope": ["氏名・生年月日", "病気・医療"], "recipients": ["shogai-kikan"],
           "method": "書面", "givenOn": "2026-12-10"}],
         "referral": {"receiver": "shogai-kikan"}}
        """
        .formatted(file);
  }

  /** The files of a case that can be read. */
  private static List<JsonNode> open(JsonNode body) {
    return StreamSupport.stream(body.path("dossiers").spliterator(), false)
        .flatMap(dossier -> StreamSupport.stream(dossier.path("parts").spliterator(), false))
        .filter(each -> each.path("name").asString("").startsWith("file-"))
        .filter(each -> each.has("content"))
        .toList();
  }

  @Test
  void its_receiver_reads_what_it_is_called_and_never_how_it_is_opened() {
    assertThat(part.path("content").path("fileName").asString()).isEqualTo(NAME);
    assertThat(part.path("content").propertyNames())
        .containsExactlyInAnyOrder("fileName", "mediaType", "bytes", "pieces");
  }

  @Test
  void its_receiver_gets_the_whole_picture_to_save_without_place_or_author() throws Exception {
    HttpResponse<byte[]> got = city.file(RECEIVER, dossierId, part.path("name").asString());

    assertThat(got.statusCode()).isEqualTo(200);
    assertThat(got.headers().firstValue("Content-Disposition"))
        .get()
        .asString()
        .startsWith("attachment");
    assertThat(got.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(got.headers().firstValue("Content-Type")).hasValue("image/jpeg");
    var picture = ImageIO.read(new ByteArrayInputStream(got.body()));
    assertThat(picture.getWidth()).isEqualTo(SIDE);
    assertThat(new String(got.body(), StandardCharsets.UTF_8)).doesNotContain(WORD);
  }

  @Test
  void who_takes_no_part_gets_what_does_not_exist() throws Exception {
    String name = part.path("name").asString();
    HttpResponse<byte[]> strange = city.file(STRANGER, dossierId, name);
    HttpResponse<byte[]> nothing =
        city.file(RECEIVER, "00000000-0000-7000-8000-000000000000", name);
    assertThat(strange.statusCode()).isEqualTo(404);
    assertThat(strange.body()).isEqualTo(nothing.body());
  }

  @Test
  void neither_its_name_nor_what_stands_in_it_is_found_on_its_way() throws Exception {
    String inPicture = new String(photograph, 5000, 60, StandardCharsets.ISO_8859_1);
    assertThat(city.whereFound(List.of(WORD, "六つ葉の鶯の診断書"))).isEmpty();
    assertThat(city.metrics()).noneMatch(line -> line.contains("六つ葉"));
    assertThat(city.timeline(RECEIVER, caseId, events -> !events.isEmpty()).toString())
        .doesNotContain("六つ葉", inPicture);
  }
}
