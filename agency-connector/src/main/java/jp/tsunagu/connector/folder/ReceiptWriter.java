package jp.tsunagu.connector.folder;

import java.io.IOException;

/** Writes the receipt of a file that was stored. */
interface ReceiptWriter {

  /**
   * Writes it as things stand.
   *
   * @param name of the file
   * @param stored what was noted of it when it was stored
   */
  void write(String name, byte[] stored) throws IOException;
}
