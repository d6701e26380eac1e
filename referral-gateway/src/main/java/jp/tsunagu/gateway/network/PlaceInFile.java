package jp.tsunagu.gateway.network;

/**
 * Where in network.yaml something stands.
 *
 * @param file the file's name
 * @param line counted from 1
 * @param field list entries are counted from 1, e.g. {@code agencies[3].id}
 */
public record PlaceInFile(String file, int line, String field) {

  /** A fault of this place as the report of a refused start tells it, e.g. ending with 。. */
  public String fault(String problem, String fix) {
    return new NetworkFault(line, field, problem, fix).message(file);
  }
}
