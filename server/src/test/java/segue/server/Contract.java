package segue.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// openapi.yaml as tests use it: which operations there are, and whether an answer is as it says.
/// Objects may have no properties but those it names.
final class Contract {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final ObjectNode api;
    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new TreeMap<>();

    private Contract(ObjectNode api) {
        this.api = api;
        close(api.get("components").get("schemas"));
    }

    static Contract read() throws Exception {
        try (InputStream in = Contract.class.getResourceAsStream("/openapi.yaml")) {
            return new Contract((ObjectNode) new YAMLMapper().readTree(in));
        }
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.has("properties")
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(Contract::close);
    }

    /// "GET /artists/{id}", all.
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
            for (String method : path.getValue().propertyNames()) {
                if (METHODS.contains(method)) {
                    operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                }
            }
        }
        return operations;
    }

    /// The operation that a request is of: "GET /artists/{id}" for GET /artists/7?n=3.
    String operationOf(String method, String path) {
        String plain = path.replaceFirst("\\?.*", "");
        return operations().stream()
                .filter(operation -> operation.startsWith(method + " "))
                .filter(
                        operation ->
                                plain.matches(
                                        operation
                                                .substring(method.length() + 1)
                                                .replaceAll("\\{\\w+}", "[^/]+")))
                .min(Comparator.comparing(operation -> operation.contains("{")))
                .orElseThrow(() -> new AssertionError("not in openapi.yaml: " + path));
    }

    /// What an operation says of itself.
    JsonNode operation(String operation) {
        String[] parts = operation.split(" ");
        return api.get("paths").get(parts[1]).get(parts[0].toLowerCase(Locale.ROOT));
    }

    /// The answer must be one that openapi.yaml knows of this operation.
    void check(String operation, int status, String type, String body) {
        JsonNode responses = operation(operation).get("responses");
        JsonNode response = responses.has("" + status) ? responses.get("" + status) : null;
        if (response == null) {
            assertThat(status).as(operation + ": " + body).isGreaterThanOrEqualTo(400);
            response = api.get("components").get("responses").get("Problem");
        }
        if (!response.has("content")) {
            return;
        }
        String plain = type.replaceFirst(";.*", "");
        if (response.get("content").has(plain.replaceFirst("/.*", "/*"))) {
            return;
        }
        assertThat(response.get("content").propertyNames()).as(operation).contains(plain);
        JsonNode schema = response.get("content").get(plain).get("schema");
        if (plain.endsWith("json")) {
            assertThat(schema(schema.toString()).validate(new YAMLMapper().readTree(body)))
                    .as(operation + ": " + body)
                    .isEmpty();
        }
    }

    private Schema schema(String schema) {
        return schemas.computeIfAbsent(
                schema,
                text -> {
                    ObjectNode whole = (ObjectNode) new YAMLMapper().readTree(text);
                    whole.set("components", api.get("components"));
                    return registry.getSchema(whole);
                });
    }
}
