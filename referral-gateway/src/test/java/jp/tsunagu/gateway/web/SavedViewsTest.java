package jp.tsunagu.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Named ways to look at the queue: few, and only what chooses. */
class SavedViewsTest {

  private static final SavedViews NONE = SavedViews.read(null);

  @Test
  void the_newest_stands_first_and_no_more_than_eight_are_kept() {
    SavedViews views = NONE;
    for (int number = 1; number <= 12; number++) {
      views = views.with("見方" + number, "agency=a" + number);
    }
    assertThat(SavedViews.read(views.text())).isEqualTo(views);
    assertThat(views.views()).hasSize(SavedViews.MOST);
    assertThat(views.views().getFirst().address()).isEqualTo("/desk/?agency=a12");
    assertThat(views.with("見方12", "").views()).hasSize(SavedViews.MOST);
  }

  @Test
  void only_what_chooses_is_kept_whatever_was_sent() {
    SavedViews views =
        NONE.with(
            " 朝\t\n ", "lane=TRIAGE&cursor=abc&next=https://elsewhere&area=\"><b>&urgency=URGENT");
    assertThat(views.views())
        .containsExactly(new SavedViews.View("朝", "lane=TRIAGE&urgency=URGENT"));
    assertThat(NONE.with("   ", "lane=TRIAGE").views()).isEmpty();
    assertThat(NONE.with("あ".repeat(50), "").views().getFirst().name()).hasSize(20);
  }

  @Test
  void a_cookie_that_was_changed_is_as_none() {
    for (String changed : List.of("", "%%%", "x".repeat(5_000), "44GC")) {
      assertThat(SavedViews.read(changed).views()).as(changed).isEmpty();
    }
  }
}
