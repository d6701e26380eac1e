package jp.tsunagu.violations.edge;

/** Has two families and two given names side by side, and a ninth component. */
record LongRow(
    String familyName,
    String givenName,
    String familyReading,
    String givenReading,
    String postcode,
    String town,
    String street,
    String house,
    String telephone) {}
