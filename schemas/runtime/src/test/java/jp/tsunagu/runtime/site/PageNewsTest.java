package jp.tsunagu.runtime.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PageNewsTest {

  @Test
  void no_more_pages_listen_than_there_is_room_for() {
    try (PageNews news = new PageNews(2, Duration.ofHours(1))) {
      assertThat(news.open(null)).isPresent();
      assertThat(news.open(news.last())).isPresent();
      assertThat(news.readers()).isEqualTo(2);
      assertThat(news.open(null)).isEmpty();
    }
  }

  @Test
  void after_its_end_nobody_listens_any_more() {
    PageNews news = new PageNews(2, Duration.ofHours(1));
    news.close();
    assertThat(news.open(null)).isEmpty();
  }
}
