package org.diestra.office.books;

/**
 * One of the parts of the books, such as the journal: a bean of the module that keeps it.
 *
 * @param path below the books' own address; empty for their first page
 * @param key its name, in every language
 * @param icon the name of an icon of the house's set
 * @param order smaller stands further left
 */
public record BooksTab(String path, String key, String icon, int order) {}
