package jp.tsunagu.connector.agency;

import jp.tsunagu.connector.sensitive.Sensitive;

/**
 * The database of one agency, which its role alone may enter.
 *
 * @param url JDBC URL
 * @param username of the role
 * @param password of the role
 */
public record OwnDatabase(String url, String username, Sensitive<String> password) {}
