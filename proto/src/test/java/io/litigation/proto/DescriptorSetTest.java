package io.litigation.proto;

import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.ExtensionRegistry;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class DescriptorSetTest {

    @Test
    void holdsEveryImportBeforeItIsUsed() throws IOException {
        Set<String> seen = new HashSet<>();
        for (FileDescriptorProto file : descriptorSet().getFileList()) {
            assertThat(seen).as("imports of %s", file.getName()).containsAll(file.getDependencyList());
            seen.add(file.getName());
        }
        assertThat(seen).contains("litigation/v1/litigation_service.proto", "google/rpc/error_details.proto");
    }

    @Test
    void carriesTheCommentsOfTheContract() throws IOException {
        assertThat(descriptorSet().getFileList())
                .filteredOn(file -> file.getPackage().equals("litigation.v1"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.getSourceCodeInfo().getLocationList())
                        .anyMatch(location -> !location.getLeadingComments().isBlank()));
    }

    @Test
    void everyMethodIsMappedToPostWithABodyOnly() throws IOException {
        List<MethodDescriptorProto> methods = descriptorSet().getFileList().stream()
                .filter(file -> file.getPackage().equals("litigation.v1"))
                .flatMap(file -> file.getServiceList().stream())
                .flatMap(service -> service.getMethodList().stream())
                .toList();
        assertThat(methods)
                .extracting(MethodDescriptorProto::getName)
                .contains("SearchRecords", "StreamRecords", "BatchSearchRecords", "QuoteSearch", "ListLookups");
        assertThat(methods).allSatisfy(method -> {
            HttpRule rule = method.getOptions().getExtension(AnnotationsProto.http);
            assertThat(rule.getPatternCase()).isEqualTo(HttpRule.PatternCase.POST);
            assertThat(rule.getBody()).isEqualTo("*");
            assertThat(rule.getPost()).doesNotContain("{");
        });
    }

    private static FileDescriptorSet descriptorSet() throws IOException {
        ExtensionRegistry extensions = ExtensionRegistry.newInstance();
        AnnotationsProto.registerAllExtensions(extensions);
        try (InputStream in = DescriptorSetTest.class.getResourceAsStream("/litigation/v1/litigation.v1.binpb")) {
            assertThat(in).as("the descriptor set within the jar").isNotNull();
            return FileDescriptorSet.parseFrom(in, extensions);
        }
    }
}
