// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexPassage;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.jspecify.annotations.Nullable;

/** The entries of a document: one that says that it is there, and one for each passage. All names are here. */
final class Fields {

    static final String COLLECTION = "collection";
    static final String HEAD = "head";
    static final String KIND = "kind";

    /** Of the entry that says that the document is there. */
    static final String DOCUMENT = "document";

    /** Of one of its passages. */
    static final String PASSAGE = "passage";

    static final String WORDS = "words";
    static final String TITLE_WORDS = "title.words";
    static final String VECTOR = "vector";

    /** By which a text is known whose vector is there. */
    static final String TEXT_KEY = "text.key";

    private static final String KEY = "key";
    private static final String ID = "id";
    private static final String FINGERPRINT = "fingerprint";
    private static final String TITLE = "title";
    private static final String PLACE = "place";
    private static final String TEXT = "text";
    private static final String ATTRIBUTE = "attribute";

    private Fields() {}

    /** What names a document, and all of its entries. */
    static Term key(IndexCollection collection, String id) {
        return new Term(KEY, collection.name() + '\n' + id);
    }

    static Term attribute(String name, String value) {
        return new Term(ATTRIBUTE, name + '\n' + value);
    }

    /** @param vectors one for each passage; {@code null} where meaning could not be compared */
    static List<Document> entries(IndexDocument document, @Nullable List<float[]> vectors) {
        List<Document> entries = new ArrayList<>();
        Document head = entry(document, DOCUMENT);
        head.add(new StringField(HEAD, document.collection().name(), Field.Store.NO));
        if (vectors != null) {
            head.add(new StoredField(FINGERPRINT, document.fingerprint()));
        }
        entries.add(head);
        String title = Folding.fold(document.title());
        for (int i = 0; i < document.passages().size(); i++) {
            IndexPassage passage = document.passages().get(i);
            Document entry = entry(document, PASSAGE);
            entry.add(new StringField(COLLECTION, document.collection().name(), Field.Store.YES));
            entry.add(new StoredField(TITLE, document.title()));
            entry.add(new StoredField(PLACE, passage.place()));
            entry.add(new StoredField(TEXT, passage.text()));
            entry.add(new TextField(TITLE_WORDS, title, Field.Store.NO));
            entry.add(new TextField(WORDS, Folding.fold(passage.text()), Field.Store.NO));
            document.attributes()
                    .forEach((name, value) -> entry.add(
                            new StringField(ATTRIBUTE, attribute(name, value).text(), Field.Store.YES)));
            if (vectors != null) {
                entry.add(new KnnFloatVectorField(VECTOR, vectors.get(i), VectorSimilarityFunction.DOT_PRODUCT));
                entry.add(new StringField(TEXT_KEY, KnownVectors.key(passage.text()), Field.Store.NO));
            }
            entries.add(entry);
        }
        return entries;
    }

    private static Document entry(IndexDocument document, String kind) {
        Document entry = new Document();
        entry.add(new StringField(KIND, kind, Field.Store.NO));
        entry.add(new StringField(KEY, key(document.collection(), document.id()).text(), Field.Store.NO));
        entry.add(new StoredField(ID, document.id()));
        return entry;
    }

    static String id(Document stored) {
        return stored.get(ID);
    }

    /** {@code null} where the document is to be given again. */
    static @Nullable String fingerprint(Document stored) {
        return stored.get(FINGERPRINT);
    }

    static IndexCollection collection(Document stored) {
        return new IndexCollection(stored.get(COLLECTION));
    }

    static String title(Document stored) {
        return stored.get(TITLE);
    }

    static IndexPassage passage(Document stored) {
        return new IndexPassage(stored.get(PLACE), stored.get(TEXT));
    }

    static Map<String, String> attributes(Document stored) {
        Map<String, String> attributes = new HashMap<>();
        for (IndexableField field : stored.getFields(ATTRIBUTE)) {
            String text = field.stringValue();
            int end = text.indexOf('\n');
            attributes.put(text.substring(0, end), text.substring(end + 1));
        }
        return attributes;
    }
}
