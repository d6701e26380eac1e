package jp.tsunagu.compose.bench;

/**
 * Time of all processors that was spent.
 *
 * @param process nanoseconds of this process: connector, gateway, broker and the simulated systems
 * @param database nanoseconds of the database's processes
 */
record Spent(long process, long database) {

  Spent since(Spent before) {
    return new Spent(process - before.process, database - before.database);
  }

  /** The share of one of so many. */
  Spent each(int count) {
    return new Spent(process / count, database / count);
  }

  @Override
  public String toString() {
    return String.format("%.2f ms/件(データベースは別に %.2f ms/件)", process / 1e6, database / 1e6);
  }
}
