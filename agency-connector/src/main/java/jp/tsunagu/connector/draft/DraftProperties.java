package jp.tsunagu.connector.draft;

import java.time.Duration;
import jp.tsunagu.runtime.start.CheckedAtStart;
import jp.tsunagu.runtime.start.Faults;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many drafts are kept, and for how long. The values are a choice of this project.
 *
 * @param kept how long a draft is kept after it was saved last
 * @param most how many one person may have; one more is refused, and none is thrown away for it
 */
@ConfigurationProperties("tsunagu.drafts")
record DraftProperties(@DefaultValue("90d") Duration kept, @DefaultValue("50") int most)
    implements CheckedAtStart {

  @Override
  public void check(Faults faults) {
    if (!kept.isPositive()) {
      faults.add("設定 tsunagu.drafts.kept は 1d 以上にしてください。");
    }
    if (most < 1) {
      faults.add("設定 tsunagu.drafts.most は 1 以上にしてください。");
    }
  }
}
