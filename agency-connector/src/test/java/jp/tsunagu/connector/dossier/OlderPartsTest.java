package jp.tsunagu.connector.dossier;

import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.connector.testing.TestWindow.SHEET;
import static jp.tsunagu.connector.testing.TestWindow.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestWindow;
import jp.tsunagu.contract.person.NameKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class OlderPartsTest {

  @Test
  void parts_that_an_earlier_release_kept_are_found_after_the_next_start(@TempDir Path directory) {
    try (TestApi api = new TestApi(directory, Map.of());
        TestWindow window = new TestWindow(api)) {
      TestWindow.Delivered leg = window.opened(with(SHEET, "persons[0].name", "鶴見 かおる"));
      AgencyDatabase database = api.bean(Databases.class).of(SHAKYO);
      DossierStore dossiers = api.bean(DossierStore.class);
      NameKey key = NameKey.typed("鶴見").orElseThrow();
      database.jdbc().sql("update dossier_part set name_marks = null").update();
      assertThat(dossiers.casesNaming(database, key, 9)).isEmpty();
      api.bean(OlderParts.class).afterPropertiesSet();
      assertThat(dossiers.casesNaming(database, key, 9)).containsExactly(leg.caseId());
    }
  }

  @Test
  void a_part_that_does_not_open_stops_no_start_and_hides_no_other(@TempDir Path directory) {
    try (TestApi api = new TestApi(directory, Map.of());
        TestWindow window = new TestWindow(api)) {
      window.opened(with(SHEET, "persons[0].name", "綱島 ひかる"));
      TestWindow.Delivered leg = window.opened(with(SHEET, "persons[0].name", "鶴見 かおる"));
      AgencyDatabase database = api.bean(Databases.class).of(SHAKYO);
      DossierStore dossiers = api.bean(DossierStore.class);
      database
          .jdbc()
          .sql(
              """
              update dossier_part set name_marks = null,
                content = case when dossier_id in (select dossier_id from dossier where case_id = :case)
                  then content else '\\x00' end
              """)
          .param("case", leg.caseId().value())
          .update();
      api.bean(OlderParts.class).afterPropertiesSet();
      assertThat(dossiers.casesNaming(database, NameKey.typed("鶴見").orElseThrow(), 9))
          .containsExactly(leg.caseId());
      assertThat(dossiers.casesNaming(database, NameKey.typed("綱島").orElseThrow(), 9)).isEmpty();
    }
  }
}
