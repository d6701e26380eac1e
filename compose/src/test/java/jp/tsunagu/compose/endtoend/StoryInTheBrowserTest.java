package jp.tsunagu.compose.endtoend;

import jp.tsunagu.compose.endtoend.RunningNetwork.Network;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * One household from the first sheet to the figures, by people who log in and use nothing but
 * pages. What it took is reported; the limits here are generous, as tests run on busy machines.
 */
@Order(3)
@InTheBrowser
class StoryInTheBrowserTest {

  @Test
  void a_household_goes_from_window_to_window_and_everybody_sees_it(
      Network network, Chromium chromium, TestReporter reporter) {
    told(new Story(network, chromium, reporter, true));
  }

  @Test
  void it_goes_the_same_way_without_scripts(
      Network network, Chromium chromium, TestReporter reporter) {
    told(new Story(network, chromium, reporter, false));
  }

  private static void told(Story story) {
    story.the_manager_watches_the_figures();
    story.the_desk_watches_its_queue();
    story.hokatsu_writes_a_sheet();
    story.the_manager_sees_that_it_began();
    story.the_desk_gives_it_to_shogai_soudan();
    story.shogai_soudan_declines();
    story.the_desk_sends_it_on();
    story.shakyo_accepts();
    story.the_consent_is_taken_back_and_shakyo_stops();
    story.hokatsu_asks_for_a_meeting();
    story.the_secretary_calls_it();
    story.the_secretary_records_who_came_and_what_was_decided();
    story.the_manager_sees_what_is_missing();
  }
}
