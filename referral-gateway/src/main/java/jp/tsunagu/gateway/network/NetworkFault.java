package jp.tsunagu.gateway.network;

/**
 * One thing wrong with network.yaml, in Japanese, for the person who wrote it.
 *
 * @param line line number, counted from 1
 * @param field where in the file; list entries are counted from 1
 * @param problem what is wrong, ending with 。
 * @param fix what to do, ending with 。
 */
public record NetworkFault(int line, String field, String problem, String fix)
    implements Comparable<NetworkFault> {

  /** One line of the report, e.g. {@code network.yaml 23行目: agencies[3].id … 。… 。}. */
  public String message(String fileName) {
    return fileName + " " + line + "行目: " + (field.isEmpty() ? "" : field + " ") + problem + fix;
  }

  @Override
  public int compareTo(NetworkFault other) {
    return Integer.compare(line, other.line);
  }
}
