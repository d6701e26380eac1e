package jp.tsunagu.contract.id;

/**
 * A person of a case as a pseudonymous reference (世帯員1, 世帯員2 …), from 1.
 *
 * <p>Who that is stands in the sealed dossier only.
 */
public record PersonRef(int number) implements Comparable<PersonRef> {

  /** So many persons at most are in a household. */
  public static final int MOST = 30;

  public PersonRef {
    if (number < 1) {
      throw new IllegalArgumentException("persons of a case are numbered from 1");
    }
  }

  @Override
  public int compareTo(PersonRef other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "世帯員" + number;
  }
}
