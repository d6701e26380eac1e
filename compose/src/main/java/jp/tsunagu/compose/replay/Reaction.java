package jp.tsunagu.compose.replay;

import java.util.List;
import jp.tsunagu.compose.client.AgencyClient;

/** What an agency's system does about a piece of news. */
interface Reaction {
  /**
   * The actions, in order; none for news that only inform.
   *
   * @param client to read more with, such as an opened dossier
   */
  List<Action> to(News news, AgencyClient client);
}
