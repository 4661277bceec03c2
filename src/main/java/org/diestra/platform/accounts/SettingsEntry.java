package org.diestra.platform.accounts;

import java.util.function.Predicate;

/**
 * One page of a person's settings: a bean of the module that owns it. Its path begins with {@code
 * /settings}.
 *
 * @param key its words, in every language
 * @param order smaller stands further left
 * @param audience who gets it
 */
public record SettingsEntry(String href, String key, int order, Predicate<Viewer> audience) {}
