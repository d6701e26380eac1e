package jp.tsunagu.scheduler.paper;

import java.time.Instant;
import java.util.List;
import jp.tsunagu.contract.id.AgencyId;

/**
 * Whom notices go to by post because there is no mail address (郵送先一覧). Postal addresses are the
 * organiser's own and not known to the network.
 *
 * @param organiser who prints and posts
 * @param letters in the order they are printed
 */
public record PostListPaper(String organiser, Instant issuedAt, List<Letter> letters)
    implements Paper {

  public PostListPaper {
    letters = List.copyOf(letters);
  }

  @Override
  public String title() {
    return "郵送先一覧";
  }

  /** One notice to print and to post. */
  public record Letter(AgencyId agencyId, String name, String paper, Schedule schedule) {

    /** The letter with this notice in it. */
    public static Letter with(NoticePaper notice) {
      NoticePaper.Addressee addressee = notice.addressee();
      return new Letter(addressee.agencyId(), addressee.name(), notice.title(), notice.schedule());
    }
  }
}
