package jp.tsunagu.connector.agency;

import java.nio.charset.Charset;

/**
 * In which charset file names are read and written. The JDK takes it from the locale a process is
 * started in; in the locale C a Japanese name could neither be read nor written.
 *
 * @param charset its name
 */
record FileNames(String charset) {

  private static final String JAPANESE = "相談票";

  static FileNames ofThisProcess() {
    return new FileNames(System.getProperty("sun.jnu.encoding", "UTF-8"));
  }

  boolean takeJapanese() {
    return Charset.isSupported(charset)
        && Charset.forName(charset).newEncoder().canEncode(JAPANESE);
  }
}
